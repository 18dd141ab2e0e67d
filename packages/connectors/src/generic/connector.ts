import type { Code, Connector, Operation } from "@guildhall/contract";
import { ChangeKeys } from "../change-keys.ts";
import { ConnectorFault, orFault } from "../connector-fault.ts";
import { settled } from "../not-accepted.ts";
import { create, follow } from "./deliver.ts";
import type { Desk } from "./desk.ts";
import { findReference } from "./find.ts";
import { judge } from "./judge.ts";
import { seeChanges } from "./poll.ts";
import { firstText, listLimit, readAnswer } from "./reading.ts";

/**
 * Make a connector of a plan: what it is told, how it is asked and how it is polled all come from its settings.
 *
 * A case whose creation is in doubt is looked up by our reference where a look-up is described. Without one it is
 * made again only where the settings say that the back office recognises a repeat.
 */
export function createFromPlan(given: Omit<Desk, "keys">): Connector {
  const desk = { ...given, keys: new ChangeKeys() };
  const { plan, caller } = desk;
  const { find, poll, codes } = plan;
  return {
    does: new Set(operations.filter((operation) => plan[operation] !== undefined)),
    canBeAsked: (operation) =>
      (operation === "create" && find !== undefined) || plan[operation]?.repeatable === true,
    async send(outgoing, signal) {
      const work = outgoing.does === "create" ? create : follow;
      const outcome = await settled(work(desk, outgoing, signal));
      if (outcome.outcome === "ambiguous") caller.forget();
      return outcome;
    },
    ...(find && {
      looksUp: true,
      find: (reference, signal) => orFault(findReference(desk, { reference }, signal)),
    }),
    ...(poll && { poll: (window, signal) => orFault(seeChanges(desk, window, signal)) }),
    ...(Object.keys(codes).length > 0 && {
      codes: (list, signal) => orFault(readCodes(desk, list, signal)),
    }),
  };
}

const operations: readonly Operation[] = ["create", "update", "note", "attach"];

async function readCodes(
  { plan, caller, now }: Desk,
  name: string,
  signal: AbortSignal,
): Promise<readonly Code[]> {
  const step = Object.hasOwn(plan.codes, name) ? plan.codes[name] : undefined;
  if (!step) throw new ConnectorFault("list-unknown");
  const answer = await caller.call((facts) => step.write(facts), signal, listLimit);
  return readAnswer(answer, plan.namespaces, (reading) => {
    const { judgeBody } = plan;
    const verdict = judge({ answer, reading }, step.answers, { now: now(), judgeBody });
    if ("setback" in verdict) throw new ConnectorFault("list-refused");
    return reading.items(step.list.items).flatMap((item) => {
      const code = firstText(item, step.list.code);
      return code === undefined ? [] : [{ code, text: firstText(item, step.list.text) ?? code }];
    });
  });
}
