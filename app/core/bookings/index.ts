export { SalePrice, type ShownSale } from './ui/sale-price'
export { together } from './together'
export { freshQuestion, questionRow, questionsIn, questionValues, type QuestionInput } from './question-form'
export { QuestionRows } from './ui/question-rows'
