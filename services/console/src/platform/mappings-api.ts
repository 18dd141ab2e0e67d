import {
  type LineQuery,
  LiveShape,
  LiveTarget,
  MappingLines,
  MappingOptions,
  MappingPreview,
  MappingSources,
  type NewMappingPreview,
  type NewTarget,
  pageOf,
  Target,
  TargetChange,
} from "@guildhall/contract";
import {
  addTarget,
  ask,
  done,
  getLiveTarget,
  getTarget,
  listLiveTargets,
  listMappingLines,
  listMappingSources,
  listTargets,
  matchMappingOptions,
  previewMapping,
  removeTarget,
  replaceTarget,
} from "@guildhall/sdk";
import { type As, asSent, pageLength, under } from "./as.ts";

/** Which lines of a mapping a page shows. */
export type LinesShown = Partial<
  Pick<LineQuery, "q" | "state" | "cursor" | "scenario" | "limit" | "target" | "requiredFirst">
>;

/** What is sent to back offices, and what these take. */
export function mappingsApi(as: As) {
  const to = (service: string, mapping: string) => ({ ...as, path: { service, mapping } });
  return {
    mappingLines: (service: string, mapping: string, shown: LinesShown = {}) => {
      const { requiredFirst = true, ...rest } = shown;
      const said = Object.entries(rest).filter(([, value]) => value !== undefined && value !== "");
      const first = { limit: pageLength, requiredFirst: String(requiredFirst) };
      const query = { ...first, ...Object.fromEntries(said) };
      return ask(listMappingLines({ ...to(service, mapping), query }), MappingLines);
    },
    mappingPreview: (service: string, mapping: string, body: NewMappingPreview) =>
      ask(previewMapping({ ...to(service, mapping), body: asSent(body) }), MappingPreview),
    mappingSources: (service: string, mapping: string) =>
      ask(listMappingSources(to(service, mapping)), MappingSources),
    mappingOptions: (service: string, mapping: string, query: { answer: string; target: string }) =>
      ask(matchMappingOptions({ ...to(service, mapping), query }), MappingOptions),
    ...targetsApi(as),
  };
}

/** Descriptions of what receivers take, and what back offices say themselves. */
function targetsApi(as: As) {
  return {
    targets: async () =>
      (await ask(listTargets({ ...as, query: { limit: 100 } }), pageOf(Target))).data,
    target: (target: string) => ask(getTarget({ ...as, path: { target } }), Target),
    addTarget: (body: NewTarget, once: string) =>
      ask(addTarget({ ...as, ...under(once), body: asSent(body) }), Target),
    replaceTarget: (target: string, body: NewTarget) =>
      ask(replaceTarget({ ...as, path: { target }, body: asSent(body) }), TargetChange),
    removeTarget: (target: string) => done(removeTarget({ ...as, path: { target } })),
    liveTargets: async (connector: string) =>
      (await ask(listLiveTargets({ ...as, path: { connector } }), pageOf(LiveTarget))).data,
    liveTarget: (connector: string, design: string) =>
      ask(getLiveTarget({ ...as, path: { connector, design } }), LiveShape),
  };
}
