package io.github.usher.store;

import io.github.usher.submission.StoreException;

/** A thread that is interrupted while it reads or writes would close the file for all: it hears of it afterwards. */
final class Undisturbed {
    private Undisturbed() {}

    static <T> T call(Call<T> call) throws StoreException {
        boolean interrupted = Thread.interrupted();
        try {
            return call.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static void run(Step step) throws StoreException {
        call(() -> {
            step.run();
            return true;
        });
    }

    /** What gives a value. */
    @FunctionalInterface
    interface Call<T> {
        T get() throws StoreException;
    }

    /** What gives none. */
    @FunctionalInterface
    interface Step {
        void run() throws StoreException;
    }
}
