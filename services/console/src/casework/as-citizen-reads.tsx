import { InsetText, Paragraphs, Timeline } from "@guildhall/ui";

interface AsCitizenReadsProps {
  readonly author: string;
  readonly words: string;
}

/** Words as the citizen will find them where they follow their request, and what is sent to them. */
export function AsCitizenReads({ author, words }: AsCitizenReadsProps) {
  return (
    <>
      <p class="govuk-body">
        Residents are written to where they left an email address or a phone number. These words
        stand where they follow their request:
      </p>
      <InsetText>
        <Timeline
          headingLevel={2}
          entries={[
            {
              title: "A note was added",
              at: new Date().toISOString(),
              by: author,
              text: <Paragraphs text={words} />,
            },
          ]}
        />
      </InsetText>
    </>
  );
}
