package org.persistentchat.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives words to people who have none at the start, those of a schema that had no words: nobody else would find them. */
@Singleton
@Startup
@DependsOn("ContentDatabase")
@TransactionManagement(TransactionManagementType.BEAN)
public class FoundByWords {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @PostConstruct
    void start() {
        try {
            int people = WordlessPeople.giveWords(dataSource);
            if (people > 0) {
                IdentityLog.LOG.wordsGiven(people);
            }
        } catch (SQLException failure) {
            IdentityLog.LOG.wordsNotGiven(failure); // the next start tries again
        }
    }
}
