import { ShapeRefused } from "@guildhall/xml";
import { type ReadTarget, readTarget, type TargetSourceFiles } from "./read-target.ts";

/** A file of JSON, or of the text that is given. */
export const file = (value: unknown, name = "a.json") => ({
  name,
  text: typeof value === "string" ? value : JSON.stringify(value),
});
/** Read the shape of one file. */
export const read = (source: TargetSourceFiles["source"], value: unknown, root?: string) =>
  readTarget({ source, files: [file(value)], ...(root !== undefined && { root }) });
/** Fields in a line each. */
export const inBrief = ({ fields }: ReadTarget) =>
  fields.map(({ target, type, required, repeats }) => {
    return `${target} ${type}${required ? " required" : ""}${repeats ? " repeats" : ""}`;
  });
/** What is wrong with a description that is refused. */
export const refusal = async (work: Promise<unknown>): Promise<ShapeRefused> => {
  const error = await work.then(
    () => undefined,
    (fault: unknown) => fault,
  );
  if (error instanceof ShapeRefused) return error;
  throw error ?? new Error("It was not refused.");
};
