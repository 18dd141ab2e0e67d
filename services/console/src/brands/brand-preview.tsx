import { contrast } from "@guildhall/ui";

interface BrandPreviewProps {
  readonly name: string;
  readonly colour: string;
  /** The colour of links, where it is another. */
  readonly link?: string;
}

const written = /^#[0-9a-f]{6}$/;

/** What a page of the council's looks like, drawn in its colours; nothing while there is none. */
export function BrandPreview({ name, colour, link = colour }: BrandPreviewProps) {
  if (!written.test(colour) || !written.test(link)) return null;
  return (
    <figure class="console-brand">
      <svg viewBox="0 0 640 230" width="100%" role="img" aria-label={`A page of ${name}`}>
        <rect width="640" height="230" fill="#ffffff" stroke="#b1b4b6" />
        <rect width="640" height="52" fill={colour} />
        <text x="20" y="34" font-size="20" font-weight="bold" fill="#ffffff">
          {name}
        </text>
        <text x="20" y="96" font-size="26" font-weight="bold" fill="#0b0c0c">
          Report a missed bin
        </text>
        <text x="20" y="132" font-size="17" fill={link} text-decoration="underline">
          Find out when your bins are collected
        </text>
        <rect x="20" y="156" width="130" height="44" fill={colour} />
        <text x="43" y="185" font-size="19" font-weight="bold" fill="#ffffff">
          Start now
        </text>
      </svg>
      <figcaption class="govuk-body-s">
        White on {colour} has a contrast of {onWhite(colour)} to 1
        {link !== colour && `, and links on white one of ${onWhite(link)} to 1`}. At least 4.5 is
        needed.
      </figcaption>
    </figure>
  );
}

function onWhite(colour: string): string {
  return contrast(colour, "#ffffff").toFixed(1);
}
