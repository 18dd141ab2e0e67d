import { compileMapping, MappingFault, render } from "@guildhall/mapping";
import { withRows } from "../delivery/datasets.ts";
import type { Mending } from "../replay/preview.ts";
import type { World } from "./world.ts";

/** Writes documents as the worker does, but for schemas; the back office is asked where it tells. */
export function testMending({ backOffice }: Pick<World, "backOffice">): Mending {
  return {
    canBeAsked: async () => backOffice.canBeAsked(),
    write: async (_, { mapping, input, datasets }) => {
      try {
        const text = await withRows(datasets, () => render(compileMapping(mapping), input));
        return { text };
      } catch (error) {
        if (!(error instanceof MappingFault)) throw error;
        const fault = { target: error.target, sentence: `${error.reason}.` };
        return { code: "mapping-failed", faults: [fault] };
      }
    },
  };
}
