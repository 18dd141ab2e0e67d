import type { Council } from "../environment.ts";

/** Say on every page that it is filled in for somebody else, and lead back to the staff pages. */
export function AssistBanner({ council: { assisting, at } }: { council: Council }) {
  return (
    <aside class="portal-assist" aria-label="Filling in for a caller">
      <p class="govuk-body">
        <strong>{sentences[assisting ?? "filling-in"]}</strong>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={at.staff}>
          Go back to the staff pages
        </a>
      </p>
    </aside>
  );
}

const sentences = {
  "filling-in": "You are filling this in for a caller. Give their details, not yours.",
  sent: "You sent this for a caller. Tell them the reference number.",
} as const;
