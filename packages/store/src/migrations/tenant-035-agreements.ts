/** A form may be filled in for a caller by an officer of another tenant: then under which agreement. */
export const agreements = `
ALTER TABLE assisted_drafts ADD COLUMN agreement TEXT;
`;
