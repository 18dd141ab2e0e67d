import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

/** How often in a second 4 KiB can be appended and made to last, by one writer. */
export function fdatasyncPerS(folder: string, seconds: number): number {
  const file = openSync(join(folder, "fdatasync"), "w");
  const block = Buffer.alloc(4096, 1);
  const began = performance.now();
  let count = 0;
  try {
    for (; performance.now() - began < seconds * 1000; count += 1) {
      writeSync(file, block);
      fdatasyncSync(file);
    }
  } finally {
    closeSync(file);
  }
  return (count * 1000) / (performance.now() - began);
}
