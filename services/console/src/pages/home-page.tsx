import { InsetText } from "@guildhall/ui";
import type { Desk, Look, Office } from "../environment.ts";
import { areas, areasFor, OfficePage } from "./office-page.tsx";
import { sayRoles } from "./role-words.ts";

/** Where a member of staff begins: who they are here, and what they can do. */
export function HomePage({ office, desk, look }: { office: Office; desk: Desk; look: Look }) {
  const mine = areasFor(desk);
  const title = `Hello ${desk.person.name}`;
  return (
    <OfficePage office={office} desk={desk} look={look} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Your roles at {office.tenant.name}: {sayRoles(desk.person.roles)}.
      </p>
      <ul class="console-cards">
        {mine.map((area) => (
          <li>
            <a class="govuk-link govuk-!-font-weight-bold" href={office.at[area]}>
              {areas[area].title}
            </a>
            <p class="govuk-body-s">{areas[area].summary}</p>
          </li>
        ))}
      </ul>
      {mine.length === 0 && (
        <InsetText>
          Nothing here is part of your role. Ask an administrator of {office.tenant.name} if you
          need more.
        </InsetText>
      )}
    </OfficePage>
  );
}
