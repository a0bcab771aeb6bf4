/** A letter to a member of the staff, or who shall be one: plain text, a few sentences a paragraph. */
export type Letter = { to: { name: string; address: string }; subject: string; paragraphs: string[] };
