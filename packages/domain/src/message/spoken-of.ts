import type { Stage } from "@guildhall/contract";
import { contactOf, languagesOf } from "@guildhall/forms";
import { trackingKey } from "@guildhall/keys";
import type { findProcessWithAnswers } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { pagesUrl } from "../pages-url.ts";
import { type Translated, translate } from "../service/translate.ts";

/** A process with what its citizen answered. */
export type FoundProcess = NonNullable<Awaited<ReturnType<typeof findProcessWithAnswers>>>;

/** What all messages about a process are written with, in the language of whoever started it. */
export async function spokenOf(ctx: Context, process: FoundProcess) {
  const service = await serviceOf(ctx, process);
  const [language = "en"] = languagesOf(service.definition).filter(
    (offered) => offered === process.language,
  );
  const brands = await ctx.catalogue.brands();
  return {
    service,
    language,
    frame: {
      brand: brands.find(({ id }) => id === service.definition.brand) ?? brands[0],
      councilName: ctx.tenant.name,
      language,
      track: {
        pages: pagesUrl(ctx, language),
        reference: process.reference,
        key: trackingKey(ctx.keys.trackingSecret, process.id),
      },
    },
  };
}

/** The service that a process is of, in that language. */
async function serviceOf(
  { catalogue }: Context,
  { service, version, language }: Pick<FoundProcess, "service" | "version" | "language">,
): Promise<CompiledService & { readonly translated: Translated }> {
  const found = await catalogue.version(service, version);
  const translated = translate(found.definition, language);
  return { ...found, definition: translated.service, translated };
}

/** What stands in words of every kind, at a stage of the process. */
export function usualFacts(
  { tenant }: Context,
  { reference, answers }: FoundProcess,
  { definition, stage }: Pick<CompiledService, "definition"> & { readonly stage: Stage },
): Record<string, string> {
  return {
    reference,
    serviceTitle: definition.title,
    councilName: tenant.name,
    stage: stage.title,
    status: stage.text ?? stage.title,
    whatHappensNext: definition.whatHappensNext,
    target: definition.target.text,
    name: contactOf(definition, answers).name ?? "",
  };
}
