/** A council's first page. */
export const home = {
  title: "Find a service",
  titleFor: (query: string) => `Services for “${query}”`,
  searchFor: "Search for a service",
  search: "Search",
  none: "There are no services here yet",
  notFound: "No services found",
  otherWords: "Try other words, or [see all services](all).",
  from: (brand: string) => `From ${brand}`,
};
