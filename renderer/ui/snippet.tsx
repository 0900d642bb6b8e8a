import type { SnippetPart } from '../../contract/query.ts';

/** Text with what was searched for marked. */
export const Snippet = ({ parts }: { readonly parts: readonly SnippetPart[] }) =>
  parts.map(({ text, isMatch }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other identity
    isMatch ? <mark key={index}>{text}</mark> : text,
  );
