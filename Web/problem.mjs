// Tells the server's own refusals from those of whatever stands between: a proxy's 403 page says nothing of a session.

/** Whether an answer that refuses is a problem document of the server. */
export const isOurs = ({ headers }) => (headers.get('content-type') ?? '').startsWith('application/problem+json');
