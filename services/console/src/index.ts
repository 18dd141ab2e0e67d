export { createConsole } from "./console.tsx";
export type { ConsoleDeps } from "./environment.ts";
