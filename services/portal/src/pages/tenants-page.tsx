import type { Language, TenantSummary } from "@guildhall/contract";
import { addressesOf } from "../addresses.ts";
import type { Look } from "../environment.ts";
import { Linked } from "../words/linked.tsx";
import { speeches } from "../words/speech.tsx";
import { PlainPage } from "./plain-page.tsx";

interface TenantsProps {
  readonly look: Look;
  readonly tenants: readonly TenantSummary[];
  readonly language: Language;
}

/** Let a citizen choose their council. */
export function TenantsPage({ look, tenants, language }: TenantsProps) {
  const councils = tenants.filter(({ kind }) => kind === "council");
  const host = tenants.find(({ kind }) => kind === "shared-service");
  const speech = speeches[language];
  const words = speech.words.tenants;
  return (
    <PlainPage
      look={look}
      title={words.title}
      speech={speech}
      languages={switchOf(language)}
      {...(host ? { name: host.name } : {})}
    >
      <h1 class="govuk-heading-xl">{words.title}</h1>
      <p class="govuk-body-l">{words.lead}</p>
      {councils.length === 0 && <p class="govuk-body">{words.none}</p>}
      <ul class="govuk-list portal-list">
        {councils.map(({ id, name }) => (
          <li>
            <a
              class="govuk-link govuk-!-font-size-24 govuk-!-font-weight-bold"
              href={addressesOf(id, { language }).home}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <Linked text={words.unknown} to={{ find: "https://www.gov.uk/find-local-council" }} />
      </p>
    </PlainPage>
  );
}

/** This page has one address, and is in the language that is asked for, by name or by the browser. */
function switchOf(language: Language) {
  const both = [
    { lang: "en", href: "/?language=en", content: "English" },
    { lang: "cy", href: "/?language=cy", content: "Cymraeg" },
  ] as const;
  return both.map((one) => ({ ...one, current: one.lang === language }));
}
