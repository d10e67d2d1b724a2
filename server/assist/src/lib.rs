//! What helps to write a draft resolution, free of any protocol.
