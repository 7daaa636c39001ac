/** Everything that goes over the wire, shared by both halves. */
export {};
