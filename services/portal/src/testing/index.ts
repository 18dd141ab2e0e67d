export { createFakeApi } from "./fake-api.ts";
export { seeEveryPage } from "./gallery/gallery.ts";
export type { ShownPage } from "./gallery/tour.ts";
export { invalidIn } from "./look.ts";
export { publicUrl } from "./visitor.ts";
