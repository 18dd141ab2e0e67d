import type { Language, ServiceDefinition } from "@guildhall/contract";
import { inLanguage, languagesOf, translationReport } from "@guildhall/forms";

export interface Translated {
  readonly service: ServiceDefinition;
  /** Paths of the texts that stayed in English. */
  readonly untranslated: readonly string[];
}

/** A version never changes and is held once, so it is translated once. */
const inWelsh = new WeakMap<ServiceDefinition, Translated>();

/** Give a service in a language, or in English where it is not offered in it. */
export function translate(service: ServiceDefinition, language: Language): Translated {
  if (language === "en" || !languagesOf(service).includes(language))
    return { service, untranslated: [] };
  const known = inWelsh.get(service) ?? translated(service, language);
  inWelsh.set(service, known);
  return known;
}

function translated(service: ServiceDefinition, language: Language): Translated {
  const { missing, stale } = translationReport(service);
  return {
    service: inLanguage(service, language),
    untranslated: [...missing, ...stale].map(({ path }) => path),
  };
}
