import { type Fields, readForm } from "@guildhall/ui";
import type { Context } from "hono";
import type { ConsoleEnv } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { answerRemoved } from "../ground/removed-page.tsx";
import { destinationAddresses } from "./addresses.ts";

type Answer = (c: Context<ConsoleEnv>, frame: DraftFrame) => Promise<Response>;

/** Answer a form; where what it is about is gone by now, say so and give back what was entered. */
export function unlessRemoved(answer: Answer): Answer {
  return async (c, frame) => {
    const sent = c.req.raw.clone();
    try {
      return await answer(c, frame);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      const entered = enteredIn((await readForm(sent)) ?? new Map());
      const list = {
        words: "Systems that answers go to",
        href: destinationAddresses(frame.here).list,
      };
      return answerRemoved(c, frame, { entered, list });
    }
  };
}

const words: Readonly<Record<string, string>> = {
  source: "Where it comes from",
  fixed: "Fixed text",
  key: "What is looked up",
  when: "When it is sent",
  each: "What it repeats for",
  otherwise: "Anything else",
};

/** What was entered by a person. What a page carries for itself tells them nothing. */
function enteredIn(fields: Fields): (readonly [string, string])[] {
  return [...fields].flatMap(([name, [value = ""]]) => {
    const own = /^(?:option|setting)-(.+)$/.exec(name)?.[1];
    const key = own ?? (Object.hasOwn(words, name) ? words[name] : undefined);
    return key === undefined || value === "" ? [] : [[key, value] as const];
  });
}
