import * as z from 'zod'
import { worded } from '~/platform/words/i18n'
import { mostFurther } from './model/further-categories'

export const businessCategoriesForm = worded((i18n) =>
  z.object({
    main: z
      .string()
      .max(40)
      .optional()
      .transform((id) => id ?? null),
    further: z
      .array(z.string().max(40))
      .max(mostFurther + 1, i18n.t('Tick at most {most} further categories', { most: mostFurther }))
      .default([]),
  }),
)
