"""Where functions run: in this process, in several, or on a cluster. It knows none of them."""
