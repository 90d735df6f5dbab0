"""Line mode: the sitting as a dialogue of lines, one question at a time, nothing repainted."""
