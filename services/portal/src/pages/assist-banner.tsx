import type { Council } from "../environment.ts";

/** Say on every page that it is filled in for somebody else, and lead back to the staff pages. */
export function AssistBanner({ council: { assisting, at, words } }: { council: Council }) {
  const said = words.frame.assisting;
  return (
    <aside class="portal-assist" aria-label={said.label}>
      <p class="govuk-body">
        <strong>{said[assisting ?? "filling-in"]}</strong>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={at.staff}>
          {said.back}
        </a>
      </p>
    </aside>
  );
}
