/** What a page's `meta` answers: its own title, then the house. Without a title (an error page) the house alone. */
export function pageTitle(title: string | undefined): { title: string }[] {
  return [{ title: title ? `${title} – Guildhall` : 'Guildhall' }]
}
