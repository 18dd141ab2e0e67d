/**
 * When the person of a session last proved who they are, and who set a credential.
 *
 * Nothing is known of sessions from before, so whoever goes on in one is asked once more before a sensitive act; and
 * nothing of who set what was set before.
 */
export const signedInAt = `
ALTER TABLE sessions ADD COLUMN signed_in_at INTEGER;
ALTER TABLE secrets ADD COLUMN set_by TEXT;
`;
