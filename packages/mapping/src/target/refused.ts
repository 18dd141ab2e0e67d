import { ShapeRefused } from "@guildhall/xml";

/** One sentence against a description, with the file and the place in it where there is one. */
export function refuse(sentence: string, file?: string, line?: number): never {
  throw new ShapeRefused([
    { ...(file !== undefined && { file }), ...(line !== undefined && { line }), sentence },
  ]);
}
