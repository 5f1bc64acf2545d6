import { OR } from '../../library/text-search.ts';
import { scriptConverter } from '../../speech/script.ts';

/**
 * A query whose words also find the other script: 服务 finds 服務. The tables are loaded with the first
 * search; where they cannot be had the query stays as it is.
 *
 * @returns a query of text-search.ts
 */
export async function scriptInsensitiveQuery(query: string): Promise<string> {
  const plain = query.replaceAll(OR, ' ');
  try {
    const [simplified, traditional] = await Promise.all([
      scriptConverter('zh-Hant', { target: 'hans' }),
      scriptConverter('zh-Hans', { target: 'hant' }),
    ]);
    return plain
      .split(/\s+/u)
      .map((word) => [...new Set([word, simplified(word), traditional(word)])].join(OR))
      .join(' ');
  } catch {
    return plain;
  }
}
