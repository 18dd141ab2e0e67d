import { InsetText, Paragraphs, Timeline } from "@guildhall/ui";

interface AsCitizenReadsProps {
  readonly author: string;
  readonly words: string;
}

/** Words as citizens will find them where they follow their requests. */
export function AsCitizenReads({ author, words }: AsCitizenReadsProps) {
  return (
    <>
      <p class="govuk-body">These words stand where they follow their request:</p>
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
