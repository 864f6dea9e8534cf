// Tells the server's own refusals from those of whatever stands between: a proxy's 403 page says nothing of a session.

/** Whether a content type is that of the server's own problem documents. */
export const isProblem = (type) => (type ?? '').startsWith('application/problem+json');

/** Whether an answer that refuses is the server's own. */
export const isOurs = ({ headers }) => isProblem(headers.get('content-type'));
