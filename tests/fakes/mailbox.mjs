// The mailbox of demo and development: what the stand-in for Postmark has taken, under /dev/mailbox. The server loads it only where
// DEV_PAGES names it, which a production start refuses.
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text) => String(text ?? '').replace(/[&<>"]/g, (sign) => escapes[sign])

/** An Express handler; `postmark` is the stand-in's host and port. */
export function devPages({ postmark, now = Date.now }) {
  return (req, res, next) => {
    const [, folder, id, part] = req.path.split('/')
    if (folder !== 'mailbox' || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    void answer({ postmark, now, id, part, to: req.query.to }, res).catch(next)
  }
}

async function answer({ postmark, now, id, part, to }, res) {
  res.setHeader('Cache-Control', 'no-store')
  const { messages } = await (await fetch(`http://${postmark}/__messages`)).json()
  if (!id) return page(res, 'Mailbox', list(messages.toReversed(), now(), to))
  const mail = messages.find((candidate) => candidate.id === id)
  if (!mail) return page(res.status(404), 'No such mail', '<p>It may have been sent before the demo was begun afresh.</p>')
  if (part === 'html') return html(res, mail.message.HtmlBody ?? '')
  return page(res, mail.message.Subject || 'Without a subject', one(mail))
}

function list(mails, now, to) {
  const shown = to ? mails.filter(({ message }) => message.To.includes(to)) : mails
  const rows = shown.map(
    ({ id, at, state, message }) =>
      `<tr><td><a href="/dev/mailbox/${escape(id)}">${escape(message.Subject || 'Without a subject')}</a></td><td>${escape(message.To)}</td><td><time datetime="${iso(at)}">${iso(at).replace('T', ' ').slice(0, 16)}</time></td><td>${escape(state)}</td></tr>`,
  )
  if (mails.length === 0) return `<p>Nothing has been sent yet. Book a visit or register, and look again in a second.</p><p><a href="/">To the demo town</a></p>`
  return `<form method="get"><label for="to">To</label> <input id="to" name="to" value="${escape(to)}" type="search"> <button>Show</button></form>
<p>${shown.length} of ${mails.length}, the newest first. It is ${iso(now).slice(0, 16).replace('T', ' ')} UTC.</p>
<table><thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Sent (UTC)</th><th scope="col">State</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function one({ id, at, state, message }) {
  const headers = [['From', message.From], ['To', message.To], ['Reply-To', message.ReplyTo], ['Sent', iso(at)], ['State', state], ['Stream', message.MessageStream], ...(message.Headers ?? []).map(({ Name, Value }) => [Name, Value])]
  const files = (message.Attachments ?? []).map(
    ({ Name, ContentType, Content }) => `<details><summary>${escape(Name)} (${escape(ContentType)})</summary><pre>${escape(Buffer.from(Content, 'base64').toString('utf8'))}</pre></details>`,
  )
  return `<p><a href="/dev/mailbox">All mail</a></p>
<dl>${headers.filter(([, value]) => value).map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join('')}</dl>
<h2>As it looks</h2><iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/dev/mailbox/${escape(id)}/html" title="The mail as HTML"></iframe>
<h2>As text</h2><pre>${escape(message.TextBody ?? '')}</pre>
${files.length > 0 ? `<h2>Attached</h2>${files.join('')}` : ''}`
}

// A mail runs nothing and reaches nothing; its styles stand in attributes, which only this answer's own policy allows.
function html(res, body) {
  res.setHeader('Content-Security-Policy', "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'")
  res.type('html').send(body.replace(/<a /g, '<a target="_blank" rel="noopener" '))
}

function page(res, title, content) {
  res.type('html').send(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title>
<style nonce="${res.locals.nonce}">:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;background:light-dark(#f8f5ed,#181612);color:light-dark(#221e18,#ede7da)}h1,h2{font-family:ui-serif,Georgia,serif}a{color:light-dark(#14535a,#93d0cd)}table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.5rem;border-top:1px solid light-dark(#dcd4c4,#3e392f);overflow-wrap:anywhere}dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}dd{margin:0;overflow-wrap:anywhere}iframe{width:100%;height:40rem;border:1px solid;background:#fff}pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid;padding:1rem}input,button{font:inherit;min-height:2.75rem;padding:.25rem .75rem}</style></head>
<body><main><h1>${escape(title)}</h1>${content}</main></body></html>`)
}

const iso = (at) => new Date(at).toISOString()
