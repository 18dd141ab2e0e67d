import type { Words } from "../words.ts";

export const home: Words["home"] = {
  title: "Dod o hyd i wasanaeth",
  titleFor: (query) => `Gwasanaethau ar gyfer “${query}”`,
  searchFor: "Chwilio am wasanaeth",
  search: "Chwilio",
  none: "Nid oes unrhyw wasanaethau yma eto",
  notFound: "Ni chafwyd hyd i unrhyw wasanaethau",
  otherWords: "Rhowch gynnig ar eiriau eraill, neu [gweld pob gwasanaeth](all).",
  from: (brand) => `Gan ${brand}`,
};
