export type { PortalDeps } from "./environment.ts";
export { createPortal } from "./portal.tsx";
