export { type Domains, platformPath } from "./http/own-domain.ts";
export { createPortal } from "./portal.tsx";
