/**
 * Where the thread's own code is: beside the bundle where there is one, else the source.
 *
 * A thread cannot read TypeScript by itself on every Node that we run on, so the source is entered through two
 * lines that load its reader first.
 */
export function threadEntry(): URL {
  if (!import.meta.url.endsWith(".ts")) return new URL("./folder-worker.mjs", import.meta.url);
  const reader = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const source = JSON.stringify(new URL("./folder-worker.ts", import.meta.url));
  const code = `import { register } from ${reader};\nregister();\nawait import(${source});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
