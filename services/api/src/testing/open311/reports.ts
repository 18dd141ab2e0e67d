import { listNotes } from "@guildhall/domain";
import { ReceivedRule } from "./rules.ts";
import type { Fields, Open311World, Posted, Refused } from "./world.ts";

/** A report of a noise with all that the form needs. */
export const report: Fields = {
  service_code: "noise",
  "attribute[noiseSource]": "home",
  "attribute[nights_date]": "2025-05-21",
};

/** What tests of reports do and look at, in the world of the moment. */
export function reportsIn(world: () => Open311World) {
  const latest = async (): Promise<{ id: string; reference: string }> => {
    const { ask, key } = world();
    return (await (await ask("GET", "/processes?limit=1", { as: key })).json()).data[0];
  };
  return {
    /** Send a report that is taken, and give its reference. */
    async send(fields: Fields, posted?: Posted): Promise<string> {
      const [received] = await world().post("/requests.json", fields, ReceivedRule, posted);
      return received.service_request_id;
    },
    refused: (fields: Fields, posted?: Posted): Promise<Refused> =>
      world().refused("/requests.json", fields, posted),
    /** The process that was started last. */
    latest,
    /** Its answers, as the vendor reads them. */
    async answers(): Promise<Record<string, unknown>> {
      const { ask, key } = world();
      const path = `/documents/${(await latest()).id.replace("prc_", "frm_")}`;
      const headers = { Accept: "application/json" };
      return (await (await ask("GET", path, { as: key, headers })).json()).answers;
    },
    /** Its notes, and whether the citizen sees them. */
    async notes() {
      const { data } = await listNotes(world().ctx, (await latest()).id);
      return data.map(({ visibleToCitizen, contents }) => ({ visibleToCitizen, contents }));
    },
  };
}
