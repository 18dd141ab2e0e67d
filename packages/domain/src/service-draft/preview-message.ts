import { fillIn, wordsFaults } from "@guildhall/builder";
import {
  type MessagePreview,
  type MessageWords,
  type NewMessagePreview,
  Problem,
  type ServiceDefinition,
} from "@guildhall/contract";
import { inLanguage, ukDate } from "@guildhall/forms";
import { type Context, requireScope } from "../context.ts";
import { askedOf } from "../dry-run/asked.ts";
import type { DryRunDesk } from "../dry-run/desk.ts";
import { sampleFacts, sampleReference } from "../message/sample-facts.ts";
import { ourSmsWords } from "../message/sms-words.ts";
import { wordsFor } from "../message/words-for.ts";
import { pagesUrl } from "../pages-url.ts";
import { reachServiceDraft } from "./reach.ts";

type Asked = NewMessagePreview & { readonly service: string };

/**
 * Show a message of a service in the making as it would arrive, filled in from a scenario or from what is made up.
 *
 * Nothing is sent and nothing is kept.
 *
 * @throws Problem `not-found`, `request-invalid` (a placeholder that nothing stands for or that is not finished, no
 * words, a scenario that there is none of)
 */
export async function previewMessage(
  ctx: Context,
  { service, kind, language, words: given, scenario }: Asked,
  { showMessage }: Pick<DryRunDesk, "showMessage">,
): Promise<MessagePreview> {
  requireScope(ctx, "services:read");
  const kept = await reachServiceDraft(ctx.db, service);
  const english = fillIn(kept.definition);
  const { answers } = askedOf(english, { scenario }, ukDate(new Date(ctx.now())));
  const definition = inLanguage(english, language);
  const words = usable(given ?? wordsFor(definition, kind, language));
  const reference = sampleReference(ctx);
  const shown = showMessage({
    brand: await brandOf(ctx, definition),
    councilName: ctx.tenant.name,
    language,
    words: { ...words, sms: words.sms ?? ourSmsWords(kind, language) },
    facts: sampleFacts(ctx, { definition, kind, language, answers }),
    track: { pages: pagesUrl(ctx, language), reference, key: "preview" },
  });
  return { kind, language, ...shown };
}

/** @throws Problem `request-invalid` where they cannot be filled in, or there are none */
function usable(words: MessageWords | undefined): MessageWords {
  if (!words) throw refused([{ pointer: "/words", code: "required", detail: nothingSaid }]);
  const faults = wordsFaults(words).map(({ part, code, sentence }) => {
    return { pointer: `/words/${part}`, code, detail: sentence };
  });
  if (faults.length > 0) throw refused(faults);
  return words;
}

const nothingSaid = "There are no words for this message yet, so nothing is sent.";

function refused(faults: { pointer: string; code: string; detail: string }[]): Problem {
  return new Problem("request-invalid", { faults });
}

async function brandOf({ catalogue }: Context, { brand }: ServiceDefinition) {
  const brands = await catalogue.brands();
  return brands.find(({ id }) => id === brand) ?? brands[0];
}
