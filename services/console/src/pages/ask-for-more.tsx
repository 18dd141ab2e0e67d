import type { Office } from "../environment.ts";

/** The way to what was asked of whoever sent a request, and to asking more. */
export function AskForMore({ office, process }: { office: Office; process: string }) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={office.at.askForMore(process)}>
        Ask the resident for one more thing
      </a>
    </p>
  );
}
