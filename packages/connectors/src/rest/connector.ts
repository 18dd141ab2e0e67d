import type { Connector, HttpSettings, RequestTemplate } from "@guildhall/contract";
import { createCaller } from "../generic/caller.ts";
import { createFromPlan } from "../generic/connector.ts";
import { writeDraft } from "../generic/draft.ts";
import type { Plan, Step } from "../generic/plan.ts";
import { createEntry } from "./entry.ts";
import type { EntryOptions } from "./entry-options.ts";
import { describeJson } from "./shape.ts";

export type HttpOptions = Omit<EntryOptions, "settings"> & { readonly settings: HttpSettings };

/**
 * Speak to one council's REST back office by its settings alone.
 *
 * Each request is written from a template, each value encoded for the place it stands in, and always goes below the
 * connector's own address.
 */
export function createHttp(options: HttpOptions): Connector {
  const { address, settings, deps } = options;
  const entry = createEntry(options);
  const caller = createCaller({ address, request: deps.request, entry });
  const { shape } = settings;
  return {
    ...createFromPlan({ plan: planOf(settings), caller, now: deps.now }),
    ...(shape && {
      describe: (designs, signal) => describeJson({ caller, shape }, designs, signal),
      designs: async () => Object.keys(shape.documents).map((id) => ({ id, title: id })),
    }),
  };
}

function planOf(settings: HttpSettings): Plan {
  const { namespaces, moments, note, attach, update, find, poll, codes } = settings;
  const step = <T extends RequestTemplate & Pick<Step, "answers">>(template: T) => ({
    ...template,
    answers: template.answers ?? settings.answers,
    write: (...[facts, file]: Parameters<Step["write"]>) => writeDraft(template, facts, file),
  });
  const bare = (template: RequestTemplate) => step({ ...template, answers: undefined });
  return {
    namespaces,
    moments,
    create: step(settings.create),
    note: note && step(note),
    attach: attach && step(attach),
    update: update && step(update),
    find: find && step(find),
    poll: poll && { ...step(poll), each: poll.each && bare(poll.each) },
    codes: Object.fromEntries(
      Object.entries(codes).map(([name, list]) => [name, { ...list, ...bare(list) }]),
    ),
  };
}
