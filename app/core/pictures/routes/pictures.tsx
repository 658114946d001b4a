import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { PlainList } from '~/ui/plain-list'
import { Picture } from '~/ui/picture'
import { picturable, type PicturableThing } from '../picturable.server'

export const loader = guarded({ access: { needs: 'pictures.manage' } }, ({ db, ctx }) => ({
  title: `${ctx.i18n.t('Pictures')} – ${ctx.business.name}`,
  business: ctx.business.name,
  ...picturable(db, ctx),
}))

export default function Pictures() {
  const i18n = useI18n()
  const { business, head, people, offers } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <TitleLine title={i18n.t('Pictures')} kicker={business} />
        <p>{i18n.t('What customers see of you, of the people they meet, and of what you offer.')}</p>
      </header>
      <Things id="head" title={i18n.t('Your public page')} things={head} />
      {people.length > 0 && <Things id="people" title={i18n.t('People')} things={people} />}
      {offers.length > 0 && <Things id="offers" title={i18n.t('What you offer')} things={offers} />}
    </div>
  )
}

function Things({ id, title, things }: { id: string; title: string; things: readonly PicturableThing[] }) {
  const i18n = useI18n()
  return (
    <Section id={id} title={title}>
      <PlainList
        items={things.map(({ href, name, count, first }) => ({
          key: href,
          content: (
            <div className="leaf pictured">
              {first ? <Picture image={first} sizes="4.75rem" alt="" square /> : <span className="picture square none" />}
              <div>
                <h3>
                  <a href={href} dir="auto">
                    {name}
                  </a>
                </h3>
                <p className="soft">{i18n.t('{count, plural, =0 {No picture yet} one {# picture} other {# pictures}}', { count })}</p>
              </div>
            </div>
          ),
        }))}
      />
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
