import { defineModule } from '../../kernel/define-module'

export default defineModule({ id: 'businesses', folder: 'core/businesses' })
