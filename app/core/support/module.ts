import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'support',
  folder: 'core/support',
  routes: (r) => [r.public('help', 'help'), r.public('privacy', 'privacy'), r.public('accessibility', 'accessibility')],
})
