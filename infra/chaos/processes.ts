import { readFileSync } from "node:fs";

/** The processes that came of this one, and of those, by their parents as the kernel names them. */
export function descendantsOf(pid: number): number[] {
  const children = childrenOf(pid);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

/** Whether a process runs this script. */
export function runs(pid: number, script: string): boolean {
  return readProc(pid, "cmdline").split("\0").includes(script);
}

function childrenOf(pid: number): number[] {
  return readProc(pid, `task/${pid}/children`).split(" ").filter(Boolean).map(Number);
}

/** Nothing of a process that has gone. */
function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}
