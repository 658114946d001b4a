import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'search',
  folder: 'core/search',
  routes: (r) => [r.public('', 'home'), r.public('search', 'search'), r.business('', 'business')],
})
