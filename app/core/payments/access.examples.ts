import type { AccessExamples } from '~/kernel/access-examples'

export default {} satisfies AccessExamples
