/**
 * The one script of a door: where a device has a camera, it reads QR codes with it, puts what it read into the form and sends that. The page
 * does everything else, and does all of it without this.
 */
type Detect = (video: HTMLVideoElement) => Promise<string | null>

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ readonly rawValue: string }[]>
}

interface MayDetect {
  readonly BarcodeDetector?: new (options: { formats: string[] }) => Detector
}

const onAgain = 'door-camera'
const lastRead = 'door-last'
/** A ticket that is still before the camera when the next page opens is not read a second time. */
const sameTicketMs = 6000

const box = document.querySelector<HTMLElement>('[data-camera]')
const form = document.getElementById(box?.dataset.for ?? '')
if (box && form instanceof HTMLFormElement && 'mediaDevices' in navigator) begin(box, form)

function begin(area: HTMLElement, target: HTMLFormElement): void {
  const video = area.querySelector('video')
  const start = area.querySelector<HTMLButtonElement>('[data-camera-start]')
  const stop = area.querySelector<HTMLButtonElement>('[data-camera-stop]')
  const status = area.querySelector('[role=status]')
  if (!video || !start || !stop || !status) return
  area.hidden = false
  start.addEventListener('click', () => void open())
  stop.addEventListener('click', close)
  if (sessionStorage.getItem(onAgain) === 'on') void open()

  async function open(): Promise<void> {
    if (!video || !start || !stop || !status) return
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      await video.play()
    } catch {
      sessionStorage.removeItem(onAgain)
      status.textContent = area.dataset.failed ?? ''
      return
    }
    sessionStorage.setItem(onAgain, 'on')
    status.textContent = ''
    video.hidden = stop.hidden = false
    start.hidden = true
    await readUntilFound(video, await detector(), target)
  }

  function close(): void {
    sessionStorage.removeItem(onAgain)
    const stream = video?.srcObject
    if (stream instanceof MediaStream) stream.getTracks().forEach((track) => track.stop())
    if (video) {
      video.srcObject = null
      video.hidden = true
    }
    if (start) start.hidden = false
    if (stop) stop.hidden = true
  }
}

async function readUntilFound(video: HTMLVideoElement, detect: Detect, form: HTMLFormElement): Promise<void> {
  while (video.srcObject) {
    const text = await detect(video).catch(() => null)
    if (text && !wasJustRead(text)) return send(form, text)
    await new Promise((resolve) => setTimeout(resolve, 120))
  }
}

function send(form: HTMLFormElement, text: string): void {
  const field = form.elements.namedItem('code')
  if (!(field instanceof HTMLInputElement)) return
  sessionStorage.setItem(lastRead, JSON.stringify({ text, at: Date.now() }))
  field.value = text
  navigator.vibrate?.(60)
  form.requestSubmit()
}

function wasJustRead(text: string): boolean {
  const last = JSON.parse(sessionStorage.getItem(lastRead) ?? '{}') as { text?: string; at?: number }
  return last.text === text && Date.now() - (last.at ?? 0) < sameTicketMs
}

/** The browser's own reader where it has one; else jsQR, which is fetched only then. */
async function detector(): Promise<Detect> {
  const { BarcodeDetector } = window as MayDetect
  if (BarcodeDetector) {
    const own = new BarcodeDetector({ formats: ['qr_code'] })
    return async (video) => (await own.detect(video))[0]?.rawValue ?? null
  }
  const { default: jsQR } = await import('jsqr')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    if (!context || video.videoWidth === 0) return null
    // Half the size reads as well, four times as fast.
    canvas.width = video.videoWidth / 2
    canvas.height = video.videoHeight / 2
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
    return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null
  }
}
