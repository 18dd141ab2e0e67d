export { createConsole } from "./console.tsx";
