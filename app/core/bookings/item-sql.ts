/** The title of the first item that a booking is about: the first that still stands, or the first of all where none does. */
export const titleOf = (booking: string) => `(SELECT title FROM booking_items t WHERE t.booking_id = ${booking}.id ORDER BY t.state = 'cancelled', t.position LIMIT 1)`

/** Whether an item is one of those that its booking is about. */
export const isShown = (item: string) =>
  `(${item}.state = 'active' OR NOT EXISTS (SELECT 1 FROM booking_items a WHERE a.booking_id = ${item}.booking_id AND a.state = 'active'))`
