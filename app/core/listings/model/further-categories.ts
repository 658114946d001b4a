/** How many categories a business may be found under beside its main one. */
export const mostFurther = 8
