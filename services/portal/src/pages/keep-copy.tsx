import type { Council } from "../environment.ts";

/** Offer a copy of what was sent, to keep or to print. */
export function KeepCopy({ council, reference }: { council: Council; reference: string }) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={council.at.copy(reference)} type="application/pdf">
        {council.words.tracking.keepCopy}
      </a>
    </p>
  );
}
