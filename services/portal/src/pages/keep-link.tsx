import { InsetText } from "@guildhall/ui";

/** Give the link that opens everything, and say what it is worth. */
export function KeepLink({ link }: { link: string }) {
  return (
    <InsetText>
      <p class="govuk-body">
        Keep this link to come back to your request at any time. Whoever has it can see what you
        sent, so give it to nobody else.
      </p>
      <p class="govuk-body govuk-!-margin-bottom-0">
        <a class="govuk-link" href={link}>
          {link}
        </a>
      </p>
    </InsetText>
  );
}
