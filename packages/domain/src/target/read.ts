import { type Fault, type NewTarget, Problem } from "@guildhall/contract";
import { type ReadTarget, ShapeRefused } from "@guildhall/mapping";
import type { TargetDesk } from "./desk.ts";

/**
 * Read a receiver's description, or say of each of its files what is wrong with it.
 *
 * @throws Problem `request-invalid`; where it has to be said which of several is meant, each is a fault `root-candidate`
 */
export async function readDescription(desk: TargetDesk, given: NewTarget): Promise<ReadTarget> {
  try {
    return await desk.read(given);
  } catch (error) {
    if (!(error instanceof ShapeRefused)) throw error;
    throw new Problem("request-invalid", { faults: faultsOf(error, given) });
  }
}

function faultsOf({ faults, roots }: ShapeRefused, { files }: NewTarget): Fault[] {
  const code = roots.length > 0 ? "root-needed" : "unreadable";
  const said = faults.map(({ file, line, sentence }): Fault => {
    const at = files.findIndex(({ name }) => name === file || name.endsWith(`/${file}`));
    const pointer = at < 0 ? (roots.length > 0 ? "/root" : "/files") : `/files/${at}/text`;
    const place = [file, line && `line ${line}`].filter(Boolean).join(", ");
    return { pointer, code, detail: place ? `${place}: ${sentence}` : sentence };
  });
  const candidates = roots.map((detail) => ({ pointer: "/root", code: "root-candidate", detail }));
  return [...said, ...candidates];
}
